import type { DeclarationFinding } from '@lading/shared/domain/declaration-check'
import type { DeclarationRule } from './declaration.ts'

/** Documents take days to get: later than this before departure a missing one is likely to stop the goods. Judgement. */
const lastMomentMs = 72 * 3_600_000

/** Names that mean the same document differ in case and spaces. */
export const sameDocument = (one: string, other: string) => plain(one) === plain(other)
const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

export const isLastMoment = (departsAt: Date | null | undefined, now: Date) =>
  departsAt ? departsAt.getTime() - now.getTime() <= lastMomentMs : false

/** Documents that are known to be asked for are there, and hold until the goods arrive. */
export const documents: DeclarationRule = ({ requiredDocuments, documents: present, departsAt, arrivesOn }, { now }) => [
  ...requiredDocuments.flatMap((name, index): DeclarationFinding[] =>
    present.some((document) => sameDocument(document.name, name))
      ? []
      : [
          {
            ...({ code: 'document-missing', path: `/requiredDocuments/${index}`, facts: { document: name } } as const),
            severity: isLastMoment(departsAt, now) ? ('critical' as const) : ('warning' as const),
            what: `${name} will be asked for and is not there.`,
            toDo: 'Get it before the goods leave, and enter it among the documents of the declaration.',
            source: { name: 'Documents of the declaration', url: null, date: now.toISOString().slice(0, 10) },
          },
        ],
  ),
  ...present.flatMap(({ name, expiresOn }, index): DeclarationFinding[] => {
    // On its last day a document still holds.
    if (!expiresOn || expiresOn >= (arrivesOn ?? now.toISOString().slice(0, 10))) return []
    return [
      {
        ...({ code: 'document-expires', severity: 'critical', path: `/documents/${index}/expiresOn` } as const),
        facts: { document: name, expiresOn, ...(arrivesOn && { arrivesOn }) },
        what: `${name} holds until ${expiresOn}${arrivesOn ? `; the goods arrive on ${arrivesOn}` : ''}.`,
        toDo: 'Have it renewed before the goods leave.',
        source: { name: 'Documents of the declaration', url: null, date: now.toISOString().slice(0, 10) },
      },
    ]
  }),
]
