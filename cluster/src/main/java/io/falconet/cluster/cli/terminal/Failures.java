package io.falconet.cluster.cli.terminal;

import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.evaluator.verify.VectorException;
import io.falconet.space.study.StudyException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
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
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final BooleanSupplier verbose;

    /**
     * @param verbose whether stack traces are wanted, asked when something went wrong
     */
    public Failures(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("falconet: " + message(failure));
        boolean wrong = failure instanceof RequestException
                || failure instanceof StudyException
                || failure instanceof DatasetException
                || failure instanceof VectorException;
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(err);
        } else if (!wrong) {
            err.println("Maybe --verbose tells more.");
        }
        err.flush();
        return wrong ? ExitCode.REQUEST_WRONG : ExitCode.WORK_FAILED;
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
        return ExitCode.REQUEST_WRONG;
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
