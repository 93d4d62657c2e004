package io.falconet.cluster.cli;

import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.verify.VectorException;
import io.falconet.space.study.StudyException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells people what went wrong, without a stack trace unless they ask for it: exit code 2 where the request was wrong, 1
 * where the work failed.
 */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    static final int WORK_FAILED = 1;
    static final int REQUEST_WRONG = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("falconet: " + message(failure));
        boolean wrong = failure instanceof RequestException
                || failure instanceof StudyException
                || failure instanceof DatasetException
                || failure instanceof VectorException;
        if (verbose(command)) {
            failure.printStackTrace(err);
        } else if (!wrong) {
            err.println("Maybe --verbose tells more.");
        }
        err.flush();
        return wrong ? REQUEST_WRONG : WORK_FAILED;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("falconet: " + failure.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("Maybe " + command.getCommandSpec().qualifiedName() + " --help tells what fits.");
        }
        err.flush();
        return REQUEST_WRONG;
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static boolean verbose(CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof FalconetCommand root && root.verbose();
    }
}
