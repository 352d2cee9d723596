import type { DeviceRange } from './telemetry-store.ts'

/** Width of one of `slices` slices in whole milliseconds, so that no more than `slices` cover the range. */
export const sliceWidthMs = ({ fromMs, untilMs }: DeviceRange, slices: number) => Math.max(1, Math.ceil((untilMs - fromMs) / slices))
