import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { CodeForm } from './code-form'

type Answers = (string | undefined)[]

function ask(...answers: Answers) {
  const onCode = vi.fn(async () => (answers.length > 1 ? answers.shift() : answers[0]))
  render(<CodeForm label="6-digit code" submitLabel="Verify code" onCode={onCode} />)
  const input = screen.getByLabelText<HTMLInputElement>('6-digit code')
  return { onCode, input, user: userEvent.setup(), verify: screen.getByRole('button', { name: 'Verify code' }) }
}

describe('typing and pasting a code', () => {
  test('it is one real input that phones and password managers know', () => {
    const { input } = ask(undefined)
    expect(screen.getAllByRole('textbox')).toEqual([input])
    expect(input.autocomplete).toBe('one-time-code')
    expect(input.inputMode).toBe('numeric')
  })

  test.each([
    '123 456',
    '123-456',
    ' 1 2 3 4 5 6 ',
    '１２３４５６',
    '١٢٣٤٥٦',
    '१२३ ४५६',
    '\u2067۱۲۳\u00ad۴۵۶\u2069',
    'Your code is 123456.',
  ])('pasting %j into the field gives six digits', async (text) => {
    const { input, user, onCode } = ask(undefined)
    await user.click(input)
    await user.paste(text)
    expect(onCode).toHaveBeenCalledExactlyOnceWith('123456')
  })

  test('pasting with the focus on the heading or nowhere finds the field', async () => {
    const { onCode, user, input } = ask(undefined)
    expect(document.activeElement).not.toBe(input)
    await user.paste('123-456')
    await waitFor(() => expect(onCode).toHaveBeenCalledExactlyOnceWith('123456'))
  })

  test('pasting replaces digits typed before', async () => {
    const { input, user, onCode } = ask(undefined)
    await user.type(input, '99')
    await user.paste('123456')
    expect(onCode).toHaveBeenCalledExactlyOnceWith('123456')
  })

  test('typing with the focus on the heading leads into the field', async () => {
    const { input, user, onCode } = ask(undefined)
    await user.keyboard('123456')
    expect(document.activeElement).toBe(input)
    expect(onCode).toHaveBeenCalledExactlyOnceWith('123456')
  })

  test('a keyboard with digits of another script types a code like any other', async () => {
    const { input, user, onCode } = ask(undefined)
    await user.keyboard('١٢٣٤٥٦')
    expect(document.activeElement).toBe(input)
    expect(input.value).toBe('123456')
    expect(onCode).toHaveBeenCalledExactlyOnceWith('123456')
  })

  test('what is pasted into another field stays there', async () => {
    const { onCode, user } = ask(undefined)
    render(<input aria-label="Name" />)
    await user.click(screen.getByLabelText('Name'))
    await user.paste('123456')
    expect(onCode).not.toHaveBeenCalled()
  })
})

describe('submitting by itself', () => {
  test('happens whenever the code is complete, and is said beforehand', async () => {
    const { input, user, onCode } = ask(undefined)
    const hint = screen.getByText(/check it as soon as you’ve entered all 6 digits/)
    expect(input.getAttribute('aria-describedby')?.split(' ')).toContain(hint.id)
    await user.type(input, '123456')
    await user.type(input, '7')
    expect(onCode, 'a seventh digit changes nothing').toHaveBeenCalledTimes(1)
    await user.type(input, '{Backspace}8')
    expect(onCode).toHaveBeenLastCalledWith('123458')
  })

  test('happens after an error too, which the first key has cleared', async () => {
    const { input, user, onCode } = ask('That code didn’t match.', undefined)
    await user.type(input, '111111')
    await screen.findByText('That code didn’t match.')
    await user.keyboard('2')
    expect(screen.queryByText('That code didn’t match.')).toBeNull()
    await user.keyboard('22222')
    expect(onCode).toHaveBeenLastCalledWith('222222')
  })

  test('happens after the button was pressed too early', async () => {
    const { input, user, onCode, verify } = ask(undefined)
    await user.type(input, '123')
    await user.click(verify)
    expect(onCode).not.toHaveBeenCalled()
    expect(screen.getByText('Enter all 6 digits.')).toBeTruthy()
    await user.clear(input)
    await user.type(input, '123456')
    expect(onCode).toHaveBeenCalledExactlyOnceWith('123456')
  })
})

describe('a code that is refused', () => {
  test('the error is tied to the field, which takes the focus with its digits selected', async () => {
    const { input, user } = ask('That code didn’t match. 4 attempts left.')
    await user.type(input, '111111')
    const error = await screen.findByText('That code didn’t match. 4 attempts left.')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(input.getAttribute('aria-describedby')?.split(' ')).toContain(error.closest('p')?.id)
    await waitFor(() => expect(document.activeElement).toBe(input))
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 6])
  })
})
