export const exampleNames = ['whoAmI', 'whoLacks', 'coverage', 'changes', 'verification'] as const
export type ExampleName = (typeof exampleNames)[number]

const NETWORK = '{\n  "slug": "acme"\n}'

/** Ready to run: what integrators ask first. */
export const examples: Record<ExampleName, { query: string; variables: string }> = {
  whoAmI: {
    query: `# As yourself: viewer. With an API key: integration.
query WhoAmI {
  viewer {
    name
    memberships {
      role
      standing
      network {
        slug
        name
      }
    }
  }
  integration {
    name
    scopes
    expiresAt
    network {
      slug
    }
  }
}
`,
    variables: '',
  },
  whoLacks: {
    query: `query WhoLacks($slug: String!) {
  network(slug: $slug) {
    security {
      members(part: NOT_YET, first: 50) {
        totalCount
        edges {
          node {
            name
            email
            standing
            deadline
            lastSignInAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
`,
    variables: NETWORK,
  },
  coverage: {
    query: `query Coverage($slug: String!) {
  network(slug: $slug) {
    security {
      mandatory {
        activatedAt
        deadline
      }
      coverage {
        total
        withTwoFactor
        sso
        without
      }
    }
  }
}
`,
    variables: NETWORK,
  },
  changes: {
    query: `# Keep endCursor, and give it as "after" the next night.
query Changes($slug: String!, $after: String) {
  network(slug: $slug) {
    security {
      memberChanges(first: 100, after: $after) {
        edges {
          node {
            id
            updatedAt
            leftAt
            member {
              name
              email
              methods
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
`,
    variables: NETWORK,
  },
  verification: {
    query: `# With an API key that has verifications:write.
mutation Ask($input: StartVerificationInput!) {
  startVerification(input: $input) {
    ... on VerificationStarted {
      verification {
        id
        url
        status
        expiresAt
      }
    }
    ... on UserError {
      message
    }
  }
}
`,
    variables: `{
  "input": {
    "member": { "email": "ada@example.com" },
    "reason": "Pay an invoice",
    "amount": "1,250.00 EUR",
    "payee": "Blue Shipping Ltd",
    "returnUrl": "http://localhost:8080/confirmed"
  }
}`,
  },
}
