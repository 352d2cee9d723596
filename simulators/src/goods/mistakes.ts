import type { NewShipment } from '@lading/shared/contract/shipment'

/** What people get wrong when they write down what they are going to declare. */
const mistakes: ((booking: NewShipment) => NewShipment)[] = [
  // A slip of the finger makes a chapter that there is not.
  (booking) => withFirst(booking, ({ hsCode }) => ({ hsCode: `77${hsCode.slice(2)}` })),
  // The code of flowers, from the line above.
  (booking) => withFirst(booking, () => ({ hsCode: '060311' })),
  (booking) => ({ ...booking, parties: booking.parties.filter(({ role }) => role !== 'consignee') }),
  // Cents for euros.
  (booking) => withFirst(booking, ({ value }) => ({ value: { ...value, minorUnits: value.minorUnits * 100 }, origin: null })),
]

type Item = NewShipment['items'][number]

const withFirst = (booking: NewShipment, change: (item: Item) => Partial<Item>): NewShipment => ({
  ...booking,
  items: booking.items.map((item, index) => (index === 0 ? { ...item, ...change(item) } : item)),
})

/** In turn, so that a small fleet has different ones. */
export const withMistake = (booking: NewShipment, nth: number): NewShipment =>
  (mistakes[nth % mistakes.length] as (typeof mistakes)[number])(booking)
