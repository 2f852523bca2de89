import { config } from 'zod'

// zod would try whether it may compile its checks with `new Function`; our policy forbids that, and says so each time.
config({ jitless: true })
