/** The names that records may know a partner by, as they are compared: in small letters, without spaces around. */
export const namesOf = ({ name, aliases }: { name: string; aliases: string[] }) => [...new Set([name, ...aliases].map(comparable))]

const comparable = (name: string) => name.trim().toLowerCase()
