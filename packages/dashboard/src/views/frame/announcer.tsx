import { saidAloud } from '../../notify/follow.ts'

/** Says new alerts to those who do not see them, politely and seldom. */
export const Announcer = () => (
  <p class="unseen" role="status">
    {saidAloud.value}
  </p>
)
