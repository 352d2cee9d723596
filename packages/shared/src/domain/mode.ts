/** How a leg is carried. `parcel` is the delivery round to the consignee's door. */
export const modes = ['sea', 'air', 'road', 'rail', 'parcel'] as const
export type Mode = (typeof modes)[number]
