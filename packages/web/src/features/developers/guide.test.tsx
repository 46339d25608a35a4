import { screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import source from '../../../../../docs/integrators.md?raw'
import { renderApp } from '../../testing/render-app'
import { loadTexts } from '../../texts/text-store'
import { GuidePage } from './guide.page'

beforeAll(() => Promise.all([loadTexts('common'), loadTexts('developers')]))

test('the guide of the repository is in the product, with every example to copy', async () => {
  renderApp(<GuidePage />, '/developers/guide', {})
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('For integrators')
  const fences = source.match(/^```\w+$/gm) ?? []
  expect(screen.getAllByRole('button', { name: 'Copy' })).toHaveLength(fences.length)
  screen.getByText(/query WhoLacks/)
  expect(screen.getByRole('link', { name: 'Webhooks' }).getAttribute('href')).toBe('#webhooks')
  expect(screen.getByRole('heading', { level: 2, name: 'Webhooks' }).id).toBe('webhooks')
  screen.getByRole('table', { name: 'From a key to the first answer' })
})

test('what leads to a file of the repository is no link here', async () => {
  renderApp(<GuidePage />, '/developers/guide', {})
  const links = (await screen.findAllByRole('link')).map((link) => link.getAttribute('href'))
  expect(links.filter((href) => !/^(https:|#|\/)/.test(href ?? ''))).toEqual([])
})
