/** What customs may do with a declaration: release it at once, ask for documents, or examine the goods. */
export const channels = ['released', 'documents', 'examination'] as const
export type Channel = (typeof channels)[number]

export const byChannel = <Value>(of: (channel: Channel) => Value): Record<Channel, Value> => ({
  released: of('released'),
  documents: of('documents'),
  examination: of('examination'),
})
