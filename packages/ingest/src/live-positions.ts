import { type LivePositionMessage, liveTopics } from '@lading/shared/live/topics'
import type { MqttClient } from 'mqtt'

/** Tells everybody who watches where devices are now: one message for a whole batch, sent at most once (QoS 0). */
export const createLivePositions = (client: Pick<MqttClient, 'connected' | 'publish'>) => (moved: LivePositionMessage) => {
  // Without a connection nobody would hear it; later it would be old.
  if (client.connected) client.publish(liveTopics.positions, JSON.stringify(moved))
}
