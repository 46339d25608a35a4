export const devInboxTexts = {
  title: 'Captured messages',
  line: 'No real mail or text message provider is set, so every message ends here, newest first. This page exists on this machine only.',
  empty: 'No messages yet',
  emptyText: 'Sign up, or ask for a code: the message shows here within 2 seconds.',
  email: 'Email',
  sms: 'Text message',
  to: (address: string) => `To ${address}`,
  list: 'Messages',
  html: 'As it looks',
  text: 'As text',
  off: 'Messages aren’t captured here: a real provider is set, or this is not your own machine.',
  frame: 'The message',
  count: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
}

export type DevInboxTexts = typeof devInboxTexts
