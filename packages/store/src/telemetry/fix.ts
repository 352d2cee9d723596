/** `hourly` where it stands for an hour whose readings have gone. */
export type Fix = { recordedAtMs: number; lat: number; lon: number; speedKmh?: number; headingDeg?: number; hourly?: true }
