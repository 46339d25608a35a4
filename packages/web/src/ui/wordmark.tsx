import { Link } from 'react-router'
import { productLogo, productName } from '../texts/product'

/**
 * The name of the product beside its drawing: two rings that hold each other, unless the server has a logo of its own.
 * @param hasNeighbors the drawing alone on phones, where the room is for what stands beside it
 */
export function Wordmark({ to = '/', hasNeighbors = false }: { to?: string; hasNeighbors?: boolean }) {
  const logo = productLogo()
  return (
    <Link to={to} className="inline-flex min-h-11 items-center gap-2.5 rounded-control text-section font-semibold">
      {logo ? <img src={logo} alt="" className="h-7 w-auto max-w-32" /> : <Rings className="h-6 w-9" />}
      <span className={hasNeighbors ? 'max-[26rem]:sr-only' : undefined}>{productName()}</span>
    </Link>
  )
}

export function Rings({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 36 24" className={className} fill="none" strokeWidth="3.5" aria-hidden="true">
      <circle cx="12.5" cy="12" r="9" className="stroke-accent" />
      <circle cx="23.5" cy="12" r="9" className="stroke-ink" />
      <path d="M18 4.9A9 9 0 0 1 21.5 12" className="stroke-accent" />
    </svg>
  )
}
