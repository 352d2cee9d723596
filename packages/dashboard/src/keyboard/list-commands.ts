/** What keys do in the list that is on the screen. */
export type ListCommands = {
  /** To where an arrow, Home, End, Page Up or Page Down leads; the list has the focus then. */
  move: (key: string) => void
  open: () => void
  /** Only where several can be chosen. */
  choose: (() => void) | undefined
}

/** Of the list on the screen; none where there is none. */
export const list: { commands: ListCommands | undefined } = { commands: undefined }
