/** Who sent an activity, and the HTTP clients to answer with: made once for each address, not for each turn. */
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder'

type Base = ConfigurationBotFrameworkAuthentication
type Authenticated = Awaited<ReturnType<Base['authenticateRequest']>>
type ConnectorFactory = NonNullable<Authenticated['connectorFactory']>
type ConnectorClient = ReturnType<ConnectorFactory['create']>
type UserTokenClient = ReturnType<Base['createUserTokenClient']>

/** Teams has a few regional addresses; in between, a fresh start costs nothing. */
const connectorsKeptMax = 50

/**
 * botbuilder makes two HTTP clients a turn, which costs more than the turn's own work; they hold nothing
 * of a turn. An activity is authenticated each time, its address with it, before a client is looked for.
 */
export class KeepingAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, ConnectorClient>()
  #userTokens: UserTokenClient | undefined

  override async authenticateRequest(activity: Activity, header: string): Promise<Authenticated> {
    const answer = await super.authenticateRequest(activity, header)
    const { connectorFactory: factory } = answer
    if (!factory) return answer
    return {
      ...answer,
      connectorFactory: { create: (url, audience) => this.#connector(factory, url, audience) },
    }
  }

  /** Made though no turn of ours signs anybody in: botbuilder wants one. */
  override createUserTokenClient(
    identity: Parameters<Base['createUserTokenClient']>[0],
  ): UserTokenClient {
    this.#userTokens ??= this.#unlessItFails(super.createUserTokenClient(identity), () => {
      this.#userTokens = undefined
    })
    return this.#userTokens
  }

  #connector(factory: ConnectorFactory, url: string, audience?: string): ConnectorClient {
    const key = `${audience ?? ''} ${url}`
    const known = this.#connectors.get(key)
    if (known) return known
    if (this.#connectors.size >= connectorsKeptMax) this.#connectors.clear()
    const made = this.#unlessItFails(factory.create(url, audience), () => {
      this.#connectors.delete(key)
    })
    this.#connectors.set(key, made)
    return made
  }

  #unlessItFails<T>(made: Promise<T>, drop: () => void): Promise<T> {
    made.catch(drop)
    return made
  }
}
