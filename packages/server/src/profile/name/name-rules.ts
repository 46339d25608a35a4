import { limits } from '@twinlock/shared/limits'
import { lineProblem } from '../../domain/input-problems.js'

/** @returns what a name lacks, in words for the person; null when it will do */
export function nameProblem(name: string, maxLength: number = limits.name.maxLength): string | null {
  return name.trim() === '' ? 'Write a name.' : lineProblem(name, maxLength)
}
