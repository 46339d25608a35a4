// Loaded into a server that a script started (node --import): when the pipe from the script ends, because the script
// was killed, the server ends as it would on SIGTERM.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'))
process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'))
process.stdin.resume()
process.stdin.unref()
