/** An app with the routes of `routes.ts` and a sign-in, around what is pasted right after the app is made. */
export function flaskApp(pasted: string): string {
  return `import sys

from flask import Flask, abort, request

app = Flask(__name__)
${pasted}

@app.before_request
def sign_in():
    if request.path.endswith("/private"):
        abort(401)


@app.route("/ok", methods=["GET", "POST", "PUT"], provide_automatic_options=False)
@app.route("/api/ok", methods=["GET", "POST", "PUT"], provide_automatic_options=False)
def ok():
    return "", {"X-Total-Count": "42", "X-Internal": "7"}


@app.route("/vary")
@app.route("/api/vary")
def vary():
    return "", {"Vary": "Accept-Encoding"}


@app.route("/boom")
@app.route("/api/boom")
def boom():
    raise RuntimeError("boom")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]))
`;
}
