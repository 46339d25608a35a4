type Network<D extends { network?: unknown }> = NonNullable<D['network']>

/** What Apollo's `fetchMore` asks for: the next page of something of a network, put behind the pages there are. */
export function nextPage<D extends { network?: unknown }>(joined: (old: Network<D>, next: Network<D>) => Network<D>) {
  return (before: D, { fetchMoreResult }: { fetchMoreResult: D }): D => {
    const [old, next] = [before.network, fetchMoreResult.network]
    return old && next ? { ...before, network: joined(old, next) } : before
  }
}
