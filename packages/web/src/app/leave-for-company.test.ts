import { afterEach, expect, test, vi } from 'vitest'
import { leaveForCompany } from './leave-for-company'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  window.sessionStorage.clear()
})

function setUp() {
  const assign = vi.fn()
  const { sessionStorage } = window
  const page = new EventTarget()
  const reload = vi.fn()
  vi.stubGlobal('window', {
    sessionStorage,
    addEventListener: page.addEventListener.bind(page),
    location: { pathname: '/networks/acme', search: '?tab=1', assign, reload },
  })
  const show = (persisted: boolean) => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
  return { assign, tell: vi.fn(), reload, show }
}

test('goes to the company sign-in, and back to where the person is', () => {
  const { assign, tell } = setUp()
  leaveForCompany('/sso/start/acme', tell)
  expect(assign).toHaveBeenCalledExactlyOnceWith('/sso/start/acme?next=%2Fnetworks%2Facme%3Ftab%3D1')
  expect(tell).not.toHaveBeenCalled()
})

test('a user who comes back and would be sent there again at once sees a message instead of a loop', () => {
  const { assign, tell } = setUp()
  leaveForCompany('/sso/start/acme', tell)
  leaveForCompany('/sso/start/acme', tell)
  expect(assign).toHaveBeenCalledOnce()
  expect(tell).toHaveBeenCalledOnce()
})

test('a user who turns back finds the page reloaded', () => {
  const { reload, show, tell } = setUp()
  leaveForCompany('/sso/start/acme', tell)
  show(false)
  expect(reload).not.toHaveBeenCalled()
  show(true)
  expect(reload).toHaveBeenCalledOnce()
})

test('later, or for another network, they go again', () => {
  vi.useFakeTimers()
  const { assign, tell } = setUp()
  leaveForCompany('/sso/start/acme', tell)
  leaveForCompany('/sso/start/lab', tell)
  vi.advanceTimersByTime(21_000)
  leaveForCompany('/sso/start/acme', tell)
  expect(assign).toHaveBeenCalledTimes(3)
  expect(tell).not.toHaveBeenCalled()
})
