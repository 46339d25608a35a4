import { useApolloClient } from '@apollo/client/react'
import { limits } from '@twinlock/shared/limits'
import { slugFrom } from '@twinlock/shared/slug'
import { isVisible } from '@twinlock/shared/typed-text'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAdmission } from '../../api/admission'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useFieldProblems, useRefusals } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { Button, ButtonLink } from '../../ui/button'
import { ColumnPage } from '../../ui/column-page'
import { Field } from '../../ui/field'
import type { FieldProblems } from '../../ui/form'
import { Form } from '../../ui/form'
import { Icon } from '../../ui/icon'
import { PageHeading } from '../../ui/page-heading'
import { type SlugCheck, useSlugCheck } from './use-slug-check'

const CREATE_NETWORK = graphql(`
  mutation CreateNetwork($input: CreateNetworkInput!) {
    createNetwork(input: $input) {
      ... on NetworkCreated {
        network {
          id
          slug
        }
      }
      ...InvalidFields
    }
  }
`)

export function CreateNetworkPage() {
  const t = useTexts('networks').create
  const { mayCreateNetworks } = useAdmission()
  return (
    <ColumnPage>
      <PageHeading>{t.title}</PageHeading>
      {mayCreateNetworks ? (
        <NetworkForm />
      ) : (
        <>
          <p className="mt-2 mb-6 max-w-prose">{t.closed}</p>
          <ButtonLink to="/networks">{t.back}</ButtonLink>
        </>
      )}
    </ColumnPage>
  )
}

function NetworkForm() {
  const t = useTexts('networks').create
  const client = useApolloClient()
  const navigate = useNavigate()
  const { run, isBusy, failure } = useAct(CREATE_NETWORK)
  const { problems, refuse } = useFieldProblems()
  const [name, setName] = useState('')
  // Follows the name until the user types another address.
  const [ownSlug, setOwnSlug] = useState<string | null>(null)
  const slug = ownSlug ?? slugFrom(name)
  const check = useSlugCheck(slug)
  const refusals = useRefusals()
  const slugProblem =
    check === 'taken'
      ? refusals.textOf({ __typename: 'SlugTaken' })
      : check === 'unusable'
        ? refusals.needOf('slug')
        : undefined

  const create = async () => {
    const found: FieldProblems = {
      ...(isVisible(name) ? {} : { name: t.nameMissing }),
      ...(slugProblem ? { slug: slugProblem } : {}),
    }
    if (isBusy || refuse(found)) return
    const answer = await run({ input: { name, slug } })
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename === 'SlugTaken') refuse({ slug: refusals.textOf(answer) ?? '' })
    if (answer?.__typename !== 'NetworkCreated') return
    await client.refetchQueries({ include: 'active' })
    navigate(`/networks/${answer.network.slug}`)
  }
  return (
    <>
      <p className="mt-2 mb-6 text-muted">{t.line}</p>
      <Form
        onSubmit={() => void create()}
        problems={problems}
        className="max-w-lg space-y-5 rounded-card border border-hair bg-surface p-4 sm:p-8"
      >
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          autoComplete="organization"
          maxLength={limits.networkName.maxLength}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <div>
          <Field
            name="slug"
            label={t.address}
            hint={t.addressHint}
            isExact
            maxLength={limits.slug.maxLength}
            value={slug}
            onChange={({ target }) => setOwnSlug(target.value.toLowerCase().replace(/\s+/g, '-'))}
            error={slugProblem ?? problems?.slug}
          />
          <SlugStatus slug={slug} check={check} />
        </div>
        <FailureCallout failure={failure} />
        <Button type="submit" kind="primary" isInert={isBusy}>
          {t.button}
        </Button>
      </Form>
    </>
  )
}

function SlugStatus({ slug, check }: { slug: string; check: SlugCheck }) {
  const t = useTexts('networks').create
  return (
    <div role="status" className="mt-2 min-h-10 text-meta">
      {check === 'checking' ? <p className="text-muted">{t.checking}</p> : null}
      {check === 'free' ? (
        <>
          <p className="flex gap-2 text-good">
            <Icon name="check" />
            {t.free}
          </p>
          <p className="text-muted">{t.preview({ address: `${window.location.host}/networks/${slug}` })}</p>
        </>
      ) : null}
    </div>
  )
}
