import { walkViews } from './walk-views.ts'

walkViews('en')
