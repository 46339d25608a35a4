import { useTexts } from '../../texts/use-texts'

type Answer = { __typename?: string; networks?: readonly { name: string }[] }

/** Why protection cannot be taken away: the networks that ask for it, by name. */
export function useRemovalProblem(): (answer: Answer) => string | undefined {
  const t = useTexts('account').twoFactor
  return ({ networks = [] }) =>
    networks.length > 0 ? t.mandatoryIn({ networks: networks.map(({ name }) => name).join(', ') }) : undefined
}
