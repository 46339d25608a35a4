import type { CodegenConfig } from '@graphql-codegen/cli'

/** Types the documents of the web app against the schema the server emits. Run after either changes. */
const config: CodegenConfig = {
  schema: 'packages/shared/schema.graphql',
  documents: [
    'packages/web/src/**/*.{ts,tsx}',
    '!packages/web/src/generated/**',
    '!packages/web/src/**/*.test.{ts,tsx}',
  ],
  ignoreNoDocuments: true,
  generates: {
    'packages/web/src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        // Apollo Client asks for it everywhere, and every union is told apart by it.
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        strictScalars: true,
        scalars: { DateTime: 'string', EmailAddress: 'string', CountryCode: 'string' },
      },
    },
    'packages/web/src/generated/possible-types.ts': { plugins: ['packages/web/build/possible-types.mjs'] },
  },
}

export default config
