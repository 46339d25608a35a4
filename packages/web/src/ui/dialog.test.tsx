import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderApp } from '../testing/render-app'
import { Dialog } from './dialog'

const show = () =>
  renderApp(
    <Dialog title="Help Ada back in?" onClose={() => undefined}>
      <form>
        <p>The first line.</p>
        <input aria-label="Reason" />
      </form>
    </Dialog>,
    '/',
    {},
  )

afterEach(() => vi.restoreAllMocks())

test('the focus begins at the first control', async () => {
  show()
  expect(document.activeElement).toBe(await screen.findByLabelText('Reason'))
})

test('where that would scroll the text away, it begins at the title', async () => {
  vi.spyOn(HTMLInputElement.prototype, 'focus').mockImplementation(function (this: HTMLInputElement) {
    const text = this.closest('dialog')?.lastElementChild
    if (text) text.scrollTop = 200
  })
  show()
  const title = await screen.findByRole('heading', { name: 'Help Ada back in?' })
  expect(document.activeElement).toBe(title)
  expect(title.closest('dialog')?.lastElementChild?.scrollTop).toBe(0)
})
