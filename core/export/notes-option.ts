import type { FlagOption } from '../api/files.ts'

/** The notes of the story go out too, of formats that can hold them: nothing else ever carries them out of the house. */
export const notesOption: FlagOption = {
  id: 'notes',
  kind: 'flag',
  label: 'the notes in the story too',
  labelKey: 'option.notes',
  default: false,
}
