/** What models predict: when a shipment arrives, how long customs takes, what will be sold. */
export const modelNames = ['arrival', 'customs', 'demand'] as const
export type ModelName = (typeof modelNames)[number]
