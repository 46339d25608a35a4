import { createContext, type ReactNode, useContext } from 'react'

const IsAside = createContext(false)

/** Whether the page waits behind something that is shown in its place: it holds no focus, and its dialogs are closed. */
export function useIsAside(): boolean {
  return useContext(IsAside)
}

/** A page that stays as it is, with all that was typed, also while something else is shown in its place. */
export function RetainedPage({ isAside, children }: { isAside: boolean; children: ReactNode }) {
  return (
    <IsAside value={isAside}>
      <div hidden={isAside} inert={isAside}>
        {children}
      </div>
    </IsAside>
  )
}
