/** A page of the documentation as the app shows it: read when the app is built, so that no Markdown is read in a browser. */
export type Block =
  | { kind: 'heading'; level: number; id: string; text: string }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: Inline[][] }
  | { kind: 'table'; caption: string; head: string[]; rows: Inline[][][] }
  | { kind: 'code'; code: string }

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'em'; inlines: Inline[] }
  | { kind: 'link'; href: string; inlines: Inline[] }
