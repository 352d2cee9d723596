import { faultLevels } from './faults/rates.ts'
import { troubleKinds } from './journey/journey.ts'
import { scenarioNames } from './lanes/scenarios.ts'

export const help = `Simulated devices for a running Lading (npm start).

  npm run simulate -- <scenario>    one consignment from door to door: ${scenarioNames.join(', ')}
      --seed TEXT       decides everything that chance decides (1)
      --share S         how much of the way is behind it at first, 0 to 1 (0.3)
      --trouble KIND    ${troubleKinds.join(', ')}
      --faults LEVEL    what lies between device and broker: ${faultLevels.join(', ')} (none)
      --print           only print the readings, of a journey from --start; nothing is sent
  npm run simulate -- demo          what npm start runs
      --devices N       consignments under way at a time (40)
      --seed TEXT  --faults LEVEL (gentle)
  npm run simulate -- replay FILE   a recorded track: OwnTracks recorder (.rec) or a table (.csv: lon, lat, speed in knots, course)
      --mode MODE       sea, air, road, rail, parcel (.rec: road, .csv: sea)
      --keep-times      as recorded; otherwise the last fix is now
      --speed X         so many times as fast as recorded; otherwise at once (--fast)
  npm run simulate -- load          a bounded load on the broker of this machine
      --devices N (100)  --rate R messages a second (1000)  --seconds S (10)  --prefix TEXT (load)  --allow-remote
  npm run simulate -- score         how good the arrival times were, against what truly happened; --json

  --addresses FILE      the addresses.json of the platform (.lading/addresses.json)`
