#!/usr/bin/env python3
"""Checks what scripts/test-integrations cannot check in a shell: action.yml, the examples, and reports.

    integrations.py metadata            action.yml against the syntax of actions and against scripts/action
    integrations.py examples            the YAML files of Examples/ci
    integrations.py script FILE JOB     prints the shell script of a GitLab job
    integrations.py report KIND FILE    a report against our schema of it: sarif, gitlab, rdjson
"""
import json
import pathlib
import re
import sys

import yaml

root = pathlib.Path(__file__).resolve().parent.parent


def load(path):
    return yaml.safe_load((root / path).read_text(encoding="utf-8"))


def expect(condition, message):
    if not condition:
        sys.exit(f"integrations: {message}")


def check_steps(steps, inputs):
    """Source: GitHub Docs, "Metadata syntax reference", "runs.steps"."""
    seen = set()
    for step in steps:
        expect(set(step) <= {"id", "if", "name", "uses", "with", "run", "shell", "env", "working-directory",
                             "continue-on-error"}, f"a step has an unknown key: {sorted(step)}")
        expect(("run" in step) != ("uses" in step), "a step has either run or uses")
        expect("run" not in step or "shell" in step, "a step of a composite action with run has a shell")
        text = json.dumps({key: value for key, value in step.items() if key != "id"})
        for name in re.findall(r"steps\.([\w-]+)", text):
            expect(name in seen, f"a step asks for the step '{name}', which comes later or never")
        for name in re.findall(r"inputs\.([\w-]+)", text):
            expect(name in inputs, f"there is no input '{name}'")
        if "id" in step:
            seen.add(step["id"])
    return seen


def metadata():
    action = load("action.yml")
    expect({"name", "description", "runs"} <= set(action), "name, description and runs are required")
    expect(set(action) <= {"name", "author", "description", "inputs", "outputs", "runs", "branding"},
           "action.yml has an unknown key")
    for name, value in {**action["inputs"], **action["outputs"]}.items():
        expect(value.get("description"), f"'{name}' has no description")
    for name, value in action["inputs"].items():
        expect(set(value) <= {"description", "required", "default"}, f"the input '{name}' has an unknown key")
        expect(value.get("required") or "default" in value, f"the input '{name}' is not required and has no default")
    runs = action["runs"]
    expect(runs["using"] == "composite", "the action is no composite one")
    ids = check_steps(runs["steps"], action["inputs"])
    script = (root / "scripts/action").read_text(encoding="utf-8")
    written = set(re.findall(r"^\s*(?:.*&& |.*then |)output ([\w-]+)", script, re.M))
    for name, value in action["outputs"].items():
        step, output = re.fullmatch(r"\$\{\{ steps\.([\w-]+)\.outputs\.([\w-]+) \}\}", value["value"]).groups()
        expect(step in ids and output in written, f"nothing writes the output '{name}'")
    steps = json.dumps(runs["steps"])
    for name in action["inputs"]:
        expect(f"inputs.{name}" in steps, f"the input '{name}' is not used")
    given = {name for step in runs["steps"] for name in step.get("env", {})}
    used = set(re.findall(r"\bCITECLI_[A-Z_]+", script))
    expect(given == used, f"action.yml and scripts/action do not agree on {sorted(given ^ used)}")


def examples():
    action = load("action.yml")
    workflow = load("Examples/ci/github-workflow.yml")
    # YAML 1.1 takes the word "on" for true.
    expect({"name", True, "jobs"} == set(workflow), "the workflow has other keys than name, on and jobs")
    ours = 0
    for job in workflow["jobs"].values():
        expect({"runs-on", "steps"} <= set(job), "a job has no steps or nothing to run on")
        for step in job["steps"]:
            expect(("run" in step) != ("uses" in step), "a step has either run or uses")
            if step.get("uses", "").startswith("OWNER/"):
                ours += 1
                expect(set(step["with"]) <= set(action["inputs"]), "the workflow gives an input that the action lacks")
                required = {name for name, value in action["inputs"].items() if value.get("required")}
                expect(required <= set(step["with"]), "the workflow lacks a required input")
            for name in re.findall(r"steps\.scan\.outputs\.([\w-]+)", json.dumps(step)):
                expect(name in action["outputs"], f"the action has no output '{name}'")
    expect(ours > 0, "the workflow does not use the action")
    hooks = {hook["id"] for hook in load(".pre-commit-hooks.yaml")}
    for repository in load("Examples/ci/pre-commit-config.yaml")["repos"]:
        expect({hook["id"] for hook in repository["hooks"]} <= hooks, "the configuration names an unknown hook")
    job = load("Examples/ci/gitlab-ci.yml")["citations"]
    expect({"script", "artifacts"} <= set(job), "the GitLab job has no script or no artifacts")
    expect({"codequality", "junit"} == set(job["artifacts"]["reports"]), "the GitLab job lacks a report")


def script(path, job):
    job = load(path)[job]
    print("set -eu")
    for name, value in job.get("variables", {}).items():
        print(f"{name}='{value}'")
    print("\n".join(job["script"]))


def report(kind, path):
    try:
        import jsonschema
    except ImportError:
        print(f"skipped: python3 has no jsonschema, so the {kind} report is read only")
        json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        return
    schema = root / f"Tests/CitationsTests/Fixtures/Checks/Reports/{kind}.schema.json"
    jsonschema.validate(
        json.loads(pathlib.Path(path).read_text(encoding="utf-8")), json.loads(schema.read_text(encoding="utf-8")))


if __name__ == "__main__":
    {"metadata": metadata, "examples": examples, "script": script, "report": report}[sys.argv[1]](*sys.argv[2:])
