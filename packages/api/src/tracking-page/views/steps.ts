import { html } from '../html.ts'
import type { Texts } from '../texts.ts'
import type { ConsumerView } from '../what-consumers-see.ts'

/** How far it has come, as an ordered list; each step says in words whether it is behind. */
export const steps = ({ steps }: Pick<ConsumerView, 'steps'>, { t }: Texts) => html`
  <section class="tracking-progress" aria-labelledby="tracking-progress-heading">
    <h2 id="tracking-progress-heading">${t('progress')}</h2>
    <ol class="tracking-steps">
      ${steps.map(({ name, reached, current }) => {
        const state = current ? 'current' : reached ? 'done' : 'todo'
        return html`
          <li data-state=${state} aria-current=${current ? 'step' : undefined}>
            <span class="tracking-step-name">${t(`step.${name}`)}</span>
            <span class="tracking-step-state">${t(`step-state.${state}`)}</span>
          </li>
        `
      })}
    </ol>
  </section>
`
