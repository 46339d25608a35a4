/** As the API gives it: each code with the moment it was used, if it was. */
export type BackupSheet = { codes: readonly { code: string; usedAt: string | null }[]; generatedAt: string }
