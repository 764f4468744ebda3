// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface Oracle {
    function peek() external view returns (uint256);
}

contract Token {
    mapping(address => uint256) public balanceOf;

    function move(address to) external {
        balanceOf[to] += 1;
    }

    function peek() external pure returns (uint256) {
        return 7;
    }
}

/// Known code is called while x is 5, in each way in which control can leave.
contract Steps {
    uint256 public x;
    Token public immutable token;

    constructor(Token token_) {
        token = token_;
    }

    function viaSelf() external {
        this.inner();
    }

    function inner() external {
        x = 5;
        token.move(msg.sender);
        x = 0;
    }

    function early() external {
        x = 5;
        x = 0;
        token.move(msg.sender);
    }

    function looks() external {
        x = 5;
        token.peek();
        x = 0;
    }

    function loops(address[] calldata to) external {
        for (uint256 i = 0; i < to.length; i++) {
            x = 5;
            token.move(to[i]);
            x = 0;
        }
    }

    function counts(uint256 n) external {
        for (uint256 i = 0; i < n; i++) {
            x = 5;
            token.peek();
            x = 0;
        }
    }

    function fails() external {
        x = 5;
        token.move(msg.sender);
        revert("no");
    }

    function tries() external {
        try this.fails() {} catch {}
    }

    function hashes(bytes calldata data) external returns (bytes32 h) {
        x = 5;
        h = sha256(data);
        x = 0;
    }
}

/// Code that nobody knows is called.
contract Open {
    uint256 public x;
    uint256 public count;

    function noop() external {}

    function asks(Oracle oracle) external {
        x = 5;
        oracle.peek();
        x = 0;
    }

    function calls() external {
        uint256 old = x;
        x = 7;
        (bool ok,) = msg.sender.call("");
        require(ok, "refused");
        x = old;
    }

    function cheap() external {
        uint256 old = x;
        x = 9;
        (bool ok,) = msg.sender.call{gas: 2300}("");
        require(ok, "refused");
        x = old;
    }

    function counts() external {
        count += 1;
        (bool ok,) = msg.sender.call("");
        require(ok, "refused");
    }
}

/// Calls while it is locked are refused.
contract Locked {
    uint256 public x;
    bool private locked;

    modifier lock() {
        require(!locked, "locked");
        locked = true;
        _;
        locked = false;
    }

    function noop() external lock {}

    function calls() external lock {
        uint256 old = x;
        x = 7;
        (bool ok,) = msg.sender.call("");
        require(ok, "refused");
        x = old;
    }
}

contract Child {
    uint256 public y = 1;
}

contract Makes {
    uint256 public x;

    function creates() external {
        x = 5;
        new Child();
        x = 0;
    }
}

contract Pay {
    uint256 public z;

    function pay(uint256 amount) external payable returns (uint256) {
        z += amount;
        return amount;
    }

    function multi(bytes[] calldata data) external {
        for (uint256 i = 0; i < data.length; i++) {
            (bool ok,) = address(this).delegatecall(data[i]);
            require(ok, "failed");
        }
    }

    function twice(uint256 amount) external {
        (bool ok,) = address(this).delegatecall(abi.encodeCall(Pay.pay, (amount)));
        require(ok, "failed");
    }
}

contract Caller {
    Pay public immutable till;
    uint256 public busy;

    constructor(Pay till_) {
        till = till_;
    }

    function many(uint256 n) external {
        require(n < 50, "much");
        for (uint256 i = 0; i < n; i++) {
            till.pay(i);
        }
    }

    function one() external payable {
        till.pay{value: msg.value}(6);
    }

    function undone() external {
        till.pay(77);
        revert("no");
    }

    function triesUndone() external {
        try this.undone() {} catch {}
    }

    function calls() external {
        busy = 1;
        (bool ok,) = msg.sender.call("");
        require(ok, "refused");
        busy = 0;
    }
}

/// Runs the code of a till on its own storage.
contract Borrower {
    uint256 public z;
    Pay public immutable code;

    constructor(Pay code_) {
        code = code_;
    }

    function pay(uint256 amount) external {
        (bool ok,) = address(code).delegatecall(abi.encodeCall(Pay.pay, (amount)));
        require(ok, "failed");
    }
}

contract Proxy {
    address private immutable target;

    constructor(address target_) {
        target = target_;
    }

    fallback() external payable {
        address code = target;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), code, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(ok) { revert(0, returndatasize()) }
            return(0, returndatasize())
        }
    }
}

/// A price that is wrong in the middle of a withdrawal, where views ask whether somebody is in it.
contract Guarded {
    uint256 public shares = 10;
    uint256 public worth = 20;
    bool private transient locked;

    function price() external view returns (uint256) {
        require(!locked, "locked");
        return worth / shares;
    }

    function open() external view returns (uint256) {
        return worth / shares;
    }

    function take() external {
        require(!locked && shares > 1, "locked");
        locked = true;
        worth -= 2;
        (bool ok,) = msg.sender.call("");
        require(ok, "refused");
        shares -= 1;
        locked = false;
    }
}
