import postgres from 'postgres'

/** The driver alone: for a process that has few questions and should stay small. */
export const openSql = (url: string, { connections }: { connections: number }) => postgres(url, { max: connections, onnotice: () => {} })
