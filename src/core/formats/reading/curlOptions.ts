import { switches, values, type Program } from "./commandLine.ts";

export type CurlMeaning = "url" | "header" | "cookie" | "user" | "bearer" | "time";

/** @see https://curl.se/docs/manpage.html: the options that take a value have to be known, lest it is taken for an address */
export const curlProgram: Program<CurlMeaning> = {
  name: "curl",
  cutsEquals: false,
  rules: [
    values("--url", "url"),
    values("-H --header", "header"),
    values("-b --cookie", "cookie"),
    values("-u --user", "user"),
    values("--oauth2-bearer", "bearer"),
    values("-m --max-time --connect-timeout", "time"),
    values("-x --proxy --preproxy --socks4 --socks4a --socks5 --socks5-hostname -U --proxy-user --proxy-header", {
      left: "proxy",
    }),
    values("--cacert --capath --crlfile --pinnedpubkey", { left: "tls-verification" }),
    switches("-k --insecure", { left: "tls-verification" }),
    values("-E --cert --cert-type --key --key-type --pass", { left: "client-certificate" }),
    values("-d --data --data-raw --data-binary --data-ascii --data-urlencode --json -F --form --form-string -T", {
      left: "request-body",
    }),
    values("--upload-file", { left: "request-body" }),
    switches("--digest --ntlm --negotiate --anyauth --basic -n --netrc", { left: "authentication" }),
    values("--aws-sigv4 --netrc-file", { left: "authentication" }),
    values("-c --cookie-jar", { left: "cookies" }),
    values(
      "--resolve --connect-to --interface --dns-servers --unix-socket --abstract-unix-socket --local-port " +
        "--doh-url -K --config --max-redirs --retry --retry-delay --retry-max-time -r --range --tls-max --ciphers " +
        "--tls13-ciphers --curves --ciphers -e --referer --keepalive-time --limit-rate -y -Y -z -C -Q -P -t",
      { left: "unknown-option" },
    ),
    switches("-4 --ipv4 -6 --ipv6 -I --head", { left: "unknown-option" }),
    // What it shows and writes, and what a browser decides by itself.
    values("-o --output -w --write-out -D --dump-header -A --user-agent -X --request --stderr --trace", "nothing"),
    values("--trace-ascii --output-dir", "nothing"),
    switches(
      "-i --include --show-headers -N --no-buffer -s --silent -S --show-error -v --verbose -f --fail -L --location " +
        "-g --globoff -O --remote-name -J -# --progress-bar --compressed --http1.0 --http1.1 --http2 --http2-prior-knowledge " +
        "--http3 --no-progress-meter --path-as-is --tlsv1.2 --tlsv1.3 -G --get --no-keepalive --fail-with-body -0 -1 -j -q",
      "nothing",
    ),
  ],
};
