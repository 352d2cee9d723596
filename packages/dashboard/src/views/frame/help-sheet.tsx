import { t } from '../../i18n/t.ts'
import { shortcutGroups } from '../../keyboard/groups.ts'
import { helpShown } from '../../keyboard/help.ts'
import { ownKeys } from '../../keyboard/own-keys.ts'
import { type Shortcut, shortcuts } from '../../keyboard/shortcuts.ts'
import { lettersOn, switchLetters } from '../../keyboard/switch.ts'
import { CloseAction } from '../dialog/actions.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { Key } from './key.tsx'

const told = [...shortcuts, ...ownKeys]

/** Every shortcut, from the table that binds them, keys of what has the focus, and the switch for those who want none. */
export const HelpSheet = () =>
  helpShown.value ? (
    <Dialog
      titleId="help-title"
      locked={false}
      onClose={() => {
        helpShown.value = false
      }}
    >
      {(close) => (
        <div class="dialog-form help">
          <h2 id="help-title">{t('keys.title')}</h2>
          <div class="dialog-checks">
            <label class="check">
              <input type="checkbox" checked={lettersOn.value} onChange={({ currentTarget }) => switchLetters(currentTarget.checked)} />
              <span>{t('keys.switch')}</span>
            </label>
          </div>
          <div class="help-groups">
            {shortcutGroups.map((group) => (
              <section key={group} aria-labelledby={`help-${group}`}>
                <h3 id={`help-${group}`}>{t(`keys.group-${group}`)}</h3>
                <dl>
                  {told
                    .filter((each) => each.group === group)
                    .map((each) => (
                      <Line key={each.keys[0]} shortcut={each} />
                    ))}
                </dl>
              </section>
            ))}
          </div>
          <CloseAction onClose={close} />
        </div>
      )}
    </Dialog>
  ) : null

const Line = ({ shortcut: { keys, text } }: { shortcut: Pick<Shortcut, 'keys' | 'text'> }) => (
  <div>
    <dt>
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 && <span class="help-or">{t('keys.or')}</span>}
          {key.split(' ').map((each) => (
            <Key key={each} name={each} />
          ))}
        </span>
      ))}
    </dt>
    <dd>{t(text)}</dd>
  </div>
)
