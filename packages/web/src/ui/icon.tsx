import { classNames } from './class-names'

const paths = {
  check: 'M4 10.5 8 14.5 16 5.5',
  warning: 'M10 3.2 18 17H2L10 3.2ZM10 8.2v4M10 14.6v.2',
  info: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM10 9v5M10 6v.2',
  clock: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM10 5.8V10l3 2',
  chevron: 'M5.5 7.5 10 12l4.5-4.5',
  arrow: 'M4 10h12M11 5l5 5-5 5',
  back: 'M16 10H4M9 5l-5 5 5 5',
  message: 'M3 4h14v10H9l-4 3v-3H3V4ZM6.5 9h.2M10 9h.2M13.5 9h.2',
  mail: 'M2.5 4.5h15v11h-15v-11ZM3 5l7 6 7-6',
  app: 'M6 2h8a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1ZM8 8h4M8 11h4M9 15.5h2',
  copy: 'M7 7h9v10H7V7ZM4 13V3h9',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l4 4',
  key: 'M7 7.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM9.5 8.5 16.5 3.5M13 6l2 2.5M7 11v.2',
  person: 'M10 3a3.3 3.3 0 1 1 0 6.6A3.3 3.3 0 0 1 10 3ZM3.5 17a6.5 6.5 0 0 1 13 0',
  close: 'M5 5l10 10M15 5 5 15',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  home: 'M3 9.5 10 3.5l7 6M5 8v8.5h10V8M8.5 16.5v-4h3v4',
  people:
    'M7.5 4a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5ZM2 16.5a5.5 5.5 0 0 1 11 0M13 4.3a2.7 2.7 0 0 1 0 5M15 12a5.4 5.4 0 0 1 3 4.5',
  code: 'M7 6 3 10l4 4M13 6l4 4-4 4',
  sort: 'M7 4v12M4 13l3 3 3-3M13 16V4M10.5 6.5 13 4l2.5 2.5',
  plus: 'M10 4v12M4 10h12',
  download: 'M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13',
  building: 'M4 17V3h8v14M12 8h4v9M2.5 17h15M7 6.5h2M7 9.5h2M7 12.5h2',
  print: 'M6 7.5V3h8v4.5M6 14.5H3.5v-7h13v7H14M6 12h8v5H6v-5Z',
  log: 'M4 4.5h12M4 8.2h12M4 11.8h8M4 15.5h5',
  sliders: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  apps: 'M3.5 3.5h5v5h-5v-5ZM11.5 3.5h5v5h-5v-5ZM3.5 11.5h5v5h-5v-5ZM11.5 11.5h5v5h-5v-5Z',
  rings: 'M7.2 5.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6ZM12.8 5.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6Z',
} as const

export type IconName = keyof typeof paths

/** A drawing beside a text that says the same. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={classNames('size-5 shrink-0', name === 'arrow' && 'rtl:-scale-x-100', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
