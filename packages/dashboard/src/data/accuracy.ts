import type { Accuracy, Backtests } from '@lading/shared/contract/accuracy'
import type { Models, TrainAnswer } from '@lading/shared/contract/model'
import type { ModelName } from '@lading/shared/domain/model'
import { effect, type Signal } from '@preact/signals'
import { accuracy, backtestGroupOf, backtests, type Loaded, modelOf, models } from '../state/accuracy.ts'
import { accuracyAddress } from '../state/address/accuracy.ts'
import { authorised } from './server/authorised.ts'
import { queryString, type Result } from './server/request.ts'

/** Shipments arrive every minute or so on a demonstration, and progress should be seen to go on. */
const everyMs = 5_000

/** What is shown stays until it is heard anew; a failure is told where there is nothing to show. */
const heard = <Answer, Value>(shown: Signal<Loaded<Value>>, result: Result<Answer>, value: (answer: Answer) => Value) => {
  if (result.ok) shown.value = { status: 'ready', value: value(result.value) }
  else if (shown.value.status !== 'ready') shown.value = { status: 'failed', failure: result.failure }
}

export const loadAccuracy = async (signal?: AbortSignal) => {
  const { kind, by } = accuracyAddress.value
  const result = await authorised<Accuracy>(`/v1/accuracy${queryString({ kind, by })}`, { signal })
  // An answer to what is no longer asked is nothing to show.
  if (!signal?.aborted) heard(accuracy, result, (answer) => answer)
}

export const loadBacktests = async (signal?: AbortSignal) => {
  const { kind, by } = accuracyAddress.value
  const query = queryString({ model: modelOf[kind], by: backtestGroupOf(kind, by) })
  const result = await authorised<Backtests>(`/v1/backtests${query}`, { signal })
  if (!signal?.aborted) heard(backtests, result, (answer) => answer)
}

export const loadModels = async () => {
  heard(models, await authorised<Models>('/v1/models'), ({ items }) => items)
}

/** Keeps figures and progress up to date while the screen is open; returns how to stop. */
export const followAccuracy = () => {
  let asked: string | undefined
  let going = new AbortController()
  const load = () => {
    going.abort()
    going = new AbortController()
    return Promise.all([loadAccuracy(going.signal), loadBacktests(going.signal)])
  }
  const stopFollowing = effect(() => {
    const { kind, by } = accuracyAddress.value
    if (asked === `${kind} ${by}`) return
    asked = `${kind} ${by}`
    accuracy.value = { status: 'loading' }
    backtests.value = { status: 'loading' }
    void load()
  })
  void loadModels()
  const timer = setInterval(() => {
    if (document.hidden) return
    void load()
    void loadModels()
  }, everyMs)
  return () => {
    stopFollowing()
    clearInterval(timer)
    going.abort()
  }
}

export const trainModel = async (name: ModelName) => {
  const result = await authorised<TrainAnswer>(`/v1/models/${name}/train`, { method: 'POST' })
  await loadModels()
  return result
}
