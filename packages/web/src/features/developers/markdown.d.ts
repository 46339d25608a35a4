declare module '*/docs/integrators.md' {
  export const blocks: readonly import('./guide-blocks').Block[]
}
