import { SEND_UNSAFE } from './unknown-values.ts';

/** What the tests of a file share. */
export const HELPERS = `import os

import pytest
import requests

# Requests that may change data are only sent if this is set; until then, only their preflights are.
SENDS_UNSAFE = os.environ.get("${SEND_UNSAFE}") == "1"


def from_environment(variable, what):
    """A value that the recording has not."""
    value = os.environ.get(variable, "")
    if value == "":
        pytest.fail(f"Set the environment variable {variable}: {what}")
    return value


def expect_sending_unsafe():
    """Fails where nobody has said that requests may be sent that may change data."""
    if not SENDS_UNSAFE:
        pytest.fail(
            "Set ${SEND_UNSAFE}=1 to have this request sent, which may change data."
            " Without it there is nothing to see: its answer was wrong."
        )


def send(method, url, headers, body=None):
    """Sends it once and follows no redirect: a browser checks each answer by itself."""
    with requests.Session() as session:
        request = requests.Request(method, url, headers=headers, data=body)
        prepared = session.prepare_request(request)
        # It was put into upper case, and servers tell the difference.
        prepared.method = method
        settings = session.merge_environment_settings(prepared.url, {}, True, None, None)
        return session.send(prepared, allow_redirects=False, timeout=30, **settings)


def lines(response, name):
    """The values of the header's lines: two lines are not the same as one."""
    return [value.strip(" \\t") for value in response.raw.headers.getlist(name)]


def listed(response, name):
    """What a header lists, over all its lines."""
    return [item.strip(" \\t") for line in lines(response, name) for item in line.split(",")]


def assert_origin_allowed(response, origin, credentials):
    """The CORS check: https://fetch.spec.whatwg.org/#concept-cors-check"""
    allowed = lines(response, "Access-Control-Allow-Origin")
    assert len(allowed) == 1, f"Access-Control-Allow-Origin must be there exactly once: {allowed}"
    assert allowed[0] in ([origin] if credentials else [origin, "*"]), "Access-Control-Allow-Origin"
    if credentials:
        assert lines(response, "Access-Control-Allow-Credentials") == ["true"]


def assert_preflight_allows(response, method, headers, origin, credentials):
    """The rest of a preflight: https://fetch.spec.whatwg.org/#cors-preflight-fetch"""
    status = response.status_code
    assert 200 <= status <= 299, f"a preflight's status must be 200 to 299, not {status}"
    assert_origin_allowed(response, origin, credentials)
    methods = listed(response, "Access-Control-Allow-Methods")
    if credentials or "*" not in methods:
        assert method in ["GET", "HEAD", "POST", *methods], "Access-Control-Allow-Methods"
    names = [name.lower() for name in listed(response, "Access-Control-Allow-Headers")]
    for name in headers:
        if credentials or "*" not in names or name == "authorization":
            assert name in names, "Access-Control-Allow-Headers"`;
