import { type RefObject, useEffect } from 'react'

type Names = { query: string; variables: string; response: string }

/** The editor names none of its fields, and its answer cannot be scrolled by keyboard: both are put right here. */
export function useNamedEditors(box: RefObject<HTMLElement | null>, { query, variables, response }: Names) {
  useEffect(() => {
    const page = box.current
    if (!page) return
    const name = () => {
      for (const field of page.querySelectorAll('.CodeMirror textarea:not([aria-label])')) {
        const label = field.closest('.graphiql-query-editor')
          ? query
          : field.closest('.graphiql-response, .result-window')
            ? response
            : variables
        field.setAttribute('aria-label', label)
      }
      for (const scroller of page.querySelectorAll('.CodeMirror-scroll[tabindex="-1"]'))
        scroller.setAttribute('tabindex', '0')
    }
    name()
    const watch = new MutationObserver(name)
    watch.observe(page, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [box, query, variables, response])
}
