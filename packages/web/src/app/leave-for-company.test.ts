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
  vi.stubGlobal('window', { sessionStorage, location: { pathname: '/networks/acme', search: '?tab=1', assign } })
  return { assign, tell: vi.fn() }
}

test('goes to the company sign-in, and back to where the person is', () => {
  const { assign, tell } = setUp()
  leaveForCompany('/sso/acme/start', tell)
  expect(assign).toHaveBeenCalledExactlyOnceWith('/sso/acme/start?next=%2Fnetworks%2Facme%3Ftab%3D1')
  expect(tell).not.toHaveBeenCalled()
})

test('whoever comes back and is sent there again at once is told, and goes round no more', () => {
  const { assign, tell } = setUp()
  leaveForCompany('/sso/acme/start', tell)
  leaveForCompany('/sso/acme/start', tell)
  expect(assign).toHaveBeenCalledOnce()
  expect(tell).toHaveBeenCalledOnce()
})

test('later, or for another network, they go again', () => {
  vi.useFakeTimers()
  const { assign, tell } = setUp()
  leaveForCompany('/sso/acme/start', tell)
  leaveForCompany('/sso/lab/start', tell)
  vi.advanceTimersByTime(21_000)
  leaveForCompany('/sso/acme/start', tell)
  expect(assign).toHaveBeenCalledTimes(3)
  expect(tell).not.toHaveBeenCalled()
})
