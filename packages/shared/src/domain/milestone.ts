/** Planned, estimated and actual are separate facts about the same event (DCSA event classifier). */
export const classifiers = ['PLN', 'EST', 'ACT'] as const
export type Classifier = (typeof classifiers)[number]

/**
 * Event codes of DCSA Track & Trace that Lading records: transport events (`DEPA`, `ARRI`), equipment events
 * (`PICK` picked up from the consignor, `DROP` handed to the consignee, `GTIN`, `GTOT`, `LOAD`, `DISC`, `INSP`)
 * and customs (`CUSS` lodged, `CUSI` inspection, `CUSR` released).
 */
export const milestoneCodes = ['PICK', 'DEPA', 'ARRI', 'DROP', 'GTIN', 'GTOT', 'LOAD', 'DISC', 'INSP', 'CUSS', 'CUSI', 'CUSR'] as const
export type MilestoneCode = (typeof milestoneCodes)[number]

/** Who said so: a device's position, a person, the plan, or a partner's message. */
export const milestoneSources = ['device', 'person', 'plan', 'model', 'partner'] as const
export type MilestoneSource = (typeof milestoneSources)[number]
