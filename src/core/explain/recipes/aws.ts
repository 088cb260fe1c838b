import { diff, type RecipeDraft, type RecipeMaker } from "./recipe.ts";

const DOCS = "https://docs.aws.amazon.com/elasticloadbalancing/latest/";

const cli = (page: string, comment: string, command: string, parts: readonly string[]): RecipeDraft => ({
  stack: "AWS",
  spec: DOCS + page,
  lines: diff(`+# ${comment}\n${[`+aws elbv2 ${command}`, ...parts.map((part) => `+  ${part}`)].join(" \\\n")}`),
});

export const awsRecipes = {
  "aws-alb-idle": (_, words) =>
    cli("application/edit-load-balancer-attributes.html", words.longerThanPing, "modify-load-balancer-attributes", [
      '--load-balancer-arn "$LOAD_BALANCER_ARN"',
      "--attributes Key=idle_timeout.timeout_seconds,Value=3600",
    ]),
  "aws-nlb-idle": (_, words) =>
    cli("network/update-idle-timeout.html", words.longerThanPing, "modify-listener-attributes", [
      '--listener-arn "$LISTENER_ARN"',
      "--attributes Key=tcp.idle_timeout.seconds,Value=3600",
    ]),
  "aws-alb-sticky": (_, words) =>
    cli("application/sticky-sessions.html", words.stickyCookie, "modify-target-group-attributes", [
      '--target-group-arn "$TARGET_GROUP_ARN"',
      "--attributes Key=stickiness.enabled,Value=true Key=stickiness.type,Value=lb_cookie",
    ]),
  "aws-alb-health": (_, words) =>
    cli("application/target-group-health-checks.html", words.healthCheck, "modify-target-group", [
      '--target-group-arn "$TARGET_GROUP_ARN"',
      "--matcher HttpCode=200-299,426",
    ]),
} satisfies Record<string, RecipeMaker>;
