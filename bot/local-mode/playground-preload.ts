/** Loaded into the Playground's process before it: keeps it on the loopback address, and ends it with the product. */
import assert from 'node:assert/strict'
import { Server } from 'node:net'
import process from 'node:process'

const listen: unknown = Reflect.get(Server.prototype, 'listen')
assert(typeof listen === 'function')

// It has no option for the address and would listen on all of them, open to the office's network.
Object.defineProperty(Server.prototype, 'listen', {
  value(this: Server, port: unknown, ...rest: readonly unknown[]): unknown {
    const at = typeof port === 'number' ? { port, host: '127.0.0.1' } : port
    return Reflect.apply(listen, this, [at, ...rest])
  },
})

process.stdin.once('end', () => process.exit()).resume()
