import type { Problem } from '@lading/shared/contract/common'
import type { Issue } from '@lading/shared/issue/issue'
import { issueOfSchema } from '@lading/shared/issue/of-schema'
import { DomainError } from '@lading/store/postgres/domain-error'
import { TelemetryUnavailable } from '@lading/store/telemetry/telemetry-store'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { tookTooLong } from '../in-time.ts'
import { Refusal } from '../refusal.ts'
import { statusOf } from './status-of.ts'

const titles: Record<number, string> = {
  400: 'The request is not valid',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'It conflicts with what is there',
  413: 'The request is too large',
  415: 'JSON is expected',
  422: 'The request cannot be carried out as it is',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Not available now',
}

/** Every way of saying no, in one place: RFC 9457 problem details with a stable code. */
export const problems = plugin(
  async (app) => {
    app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, problemOf(error, request)))
  },
  { name: 'problems' },
)

export const sendProblem = (request: FastifyRequest, reply: FastifyReply, problem: Omit<Problem, 'type' | 'title' | 'instance'>) =>
  reply
    .code(problem.status)
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      title: titles[problem.status] ?? 'The request failed',
      ...problem,
      instance: request.url.split('?')[0],
    } satisfies Problem)

const problemOf = (error: FastifyError, request: FastifyRequest) => {
  if (error instanceof DomainError) return withIssues(statusOf[error.code], error.code, error.message, error.issues)
  if (error.validation) return withIssues(400, 'not-valid', 'The request does not match the schema.', issuesOf(error))
  if (error instanceof Refusal) return problemOfRefusal(error)
  if (error instanceof TelemetryUnavailable) {
    request.log.warn({ err: error }, 'telemetry does not answer')
    return withIssues(503, 'telemetry-unavailable', 'Readings cannot be fetched now. Try again in a moment.')
  }
  if (error.code === 'FST_ERR_HANDLER_TIMEOUT') {
    // The address itself may be the secret of a tracking page.
    request.log.warn({ err: error, route: request.routeOptions.url }, 'a request took too long')
    return problemOfRefusal(tookTooLong())
  }
  // Fastify's own refusals (a body too large, a wrong content type, a rate exceeded) say what happened; anything else is ours.
  if (error.statusCode && error.statusCode < 500) return withIssues(error.statusCode, codeOf(error), error.message)
  if (isUnkeepableText(error)) return withIssues(400, 'not-valid', 'A text has a character that cannot be kept, such as NUL.')
  request.log.error({ err: error }, 'a request failed')
  return withIssues(500, 'internal', 'It has been logged. Try again in a moment.')
}

/** PostgreSQL keeps no NUL in texts (22021), nor escaped in JSON (22P05); everything else that a request may say can be kept. */
const isUnkeepableText = ({ cause, code }: FastifyError) => ['22021', '22P05'].includes((cause as FastifyError | undefined)?.code ?? code)

const problemOfRefusal = ({ statusCode, code, message }: Refusal) => withIssues(statusCode, code, message)

/** Nobody reads more, and a small request must not make a large answer. */
const issuesMost = 100

const withIssues = (status: number, code: string, detail: string, errors: Issue[] = []) => ({
  status,
  code,
  detail,
  ...(errors.length > 0 ? { errors: errors.slice(0, issuesMost) } : {}),
})

const codeOf = ({ statusCode, code }: FastifyError) =>
  statusCode === 429
    ? 'too-many-requests'
    : code
      ? code
          .toLowerCase()
          .replace(/^fst_(err_)?/, '')
          .replaceAll('_', '-')
      : 'refused'

const issuesOf = ({ validation = [], validationContext }: FastifyError): Issue[] =>
  validation.map((error) => {
    const issue = issueOfSchema(error)
    return {
      ...issue,
      path: `${validationContext === 'body' ? '' : `/${validationContext}`}${issue.path}`,
      message: `${issue.message}${extra(error.params)}`,
    }
  })

const extra = (params: Record<string, unknown>) => ('additionalProperty' in params ? `: ${params.additionalProperty}` : '')
