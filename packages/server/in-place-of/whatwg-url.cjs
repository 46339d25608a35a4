// The database driver reads its connection string with a URL of its own, which brings the table of all Unicode domains.
module.exports = { URL, URLSearchParams }
