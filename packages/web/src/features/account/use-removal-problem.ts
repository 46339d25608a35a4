import { useTexts } from '../../texts/use-texts'

/** Why protection cannot be taken away: the networks that ask for it, by name. */
export function useRemovalProblem(): (answer: { networks: readonly { name: string }[] }) => string {
  const t = useTexts('account').twoFactor
  return ({ networks }) => t.mandatoryIn({ networks: networks.map(({ name }) => name).join(', ') })
}
