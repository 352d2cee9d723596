import { severities } from '@lading/shared/domain/alert'

/** The closer the lines, the more severe: told without colour. */
const spacing = { info: 14, warning: 10, critical: 6 }

/** Patterns that areas of hazards are filled with. */
export const Hatches = () => (
  <svg class="hatches" aria-hidden="true" focusable="false">
    <defs>
      {severities.map((severity) => {
        const size = spacing[severity]
        return (
          <pattern
            key={severity}
            id={`hatch-${severity}`}
            width={size}
            height={size}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path class={`hatch severity-${severity}`} d={`M0 0V${size}`} />
          </pattern>
        )
      })}
    </defs>
  </svg>
)
