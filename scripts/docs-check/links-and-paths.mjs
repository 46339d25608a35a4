import { basename, dirname, join, normalize } from 'node:path'
import { files, globOf, isThere, pages } from './repository.mjs'
import { untrue } from './untruths.mjs'

/** Beside the root and the page's own folder, where a path may begin. */
const PATH_ROOTS = ['packages/server/src', 'packages/web/src', 'packages/shared/src', 'packages']
const EXTENSIONS = /\.(ts|tsx|mjs|cjs|json|jsonc|md|yaml|graphql|svg|png|html|css)$/

export function checkLinks(page) {
  for (const link of page.links.filter((target) => !/^[a-z]+:/.test(target))) {
    const [path, anchor] = link.split('#')
    const file = path === '' ? page.file : normalize(join(dirname(page.file), path)).replace(/\/$/, '')
    if (isThere(file) || /^\/[a-z]/.test(link)) {
      const target = pages.find((other) => other.file === file)
      if (anchor && target && !target.anchors.includes(anchor)) untrue(page, `${file} has no heading #${anchor}`)
    } else untrue(page, `the link ${link} leads nowhere`)
  }
}

/** Whatever stands in backticks and looks like a file, a folder or a pattern of files. */
export function checkPaths(page) {
  for (const span of page.spans.filter(isPath)) {
    const starts = ['', dirname(page.file), ...PATH_ROOTS].map((start) => normalize(join(start, span)))
    const isName = (file) => globOf(span).test(basename(file))
    // A role that files have in common, such as `.service.ts`.
    const isSuffix = (file) => span.startsWith('.') && file.endsWith(span)
    const isFound = span.includes('/') ? starts.some(isThere) : files.some((file) => isName(file) || isSuffix(file))
    if (!isFound) untrue(page, `there is no file ${span}`)
  }
}

function isPath(span) {
  if (!/^[\w.*{},/@-]+$/.test(span) || /^[/@]|^(application|text|image)\//.test(span)) return false
  return span.includes('/') || EXTENSIONS.test(span) || /^[a-z-]*\*[a-z*-]+\*?$/.test(span)
}
